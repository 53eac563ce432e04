import { type Both, both } from "../products/product.ts"

/** What people call each operation of the core system. */
export const operationNames: Readonly<Record<string, Both>> = {
  "identity.find": both("查找客户", "Find the customer"),
  "identity.sendCode": both("发送验证码", "Send a code"),
  "identity.checkCode": both("核对验证码", "Check the code"),
  "identity.checkFace": both("发起人脸核验", "Start the face check"),
  "identity.faceResult": both("人脸核验结果", "Result of the face check"),
  "customer.policies": both("客户名下保单", "Policies of a customer"),
  "policy.summary": both("保单概况", "Policy in short"),
  "policy.surrenderQuote": both("退保试算", "Surrender quote"),
  "account.list": both("收款账户", "Accounts on file"),
  "account.verify": both("核验账户", "Check an account"),
  "policy.surrender": both("提交退保", "Submit the surrender"),
  "policy.surrenderByKey": both("查退保是否提交", "Find out a surrender"),
  "policy.surrenderAmend": both("更改退保申请", "Change the surrender"),
  "policy.surrenderWithdraw": both("撤回退保", "Withdraw the surrender"),
  "policy.surrenderStatus": both("退保进度", "Surrender status"),
  "complaint.open": both("登记投诉", "Open a complaint"),
  "complaint.byKey": both("查投诉是否登记", "Find out a complaint"),
  "complaint.status": both("投诉进度", "Complaint status"),
  "callback.request": both("预约回电", "Ask for a call-back"),
  "callback.byKey": both("查回电是否预约", "Find out a call-back"),
}
